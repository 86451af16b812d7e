//! A template as it is carried out: a tree of nodes, parsed once and rendered many times.

use crate::filters::Filter;

/// Text, tags and outputs in a row.
#[derive(Debug, Default)]
pub(crate) struct Body {
    pub nodes: Vec<Node>,
}

/// One thing to do.
#[derive(Debug)]
pub(crate) enum Node {
    /// Where it stands, and the text.
    Text(usize, Box<str>),
    Output(Output),
    /// Where it stands, and what it does.
    Tag(usize, Box<Tag>),
}

/// An expression and what is done to its value.
#[derive(Debug)]
pub(crate) struct Output {
    pub at: usize,
    pub expression: Expression,
    pub filters: Box<[Call]>,
    /// The number of the path that it shows, or of the first among its filters' arguments when it begins with a literal.
    pub about: Option<usize>,
}

/// One filter with its arguments.
#[derive(Debug)]
pub(crate) struct Call {
    pub at: usize,
    /// None for a filter that does not exist: it gives back what it gets.
    pub filter: Option<&'static Filter>,
    pub arguments: Box<[Expression]>,
    pub named: Box<[(Box<str>, Expression)]>,
}

#[derive(Debug)]
pub(crate) enum Tag {
    Assign { to: Slot, from: Output },
    Capture { to: Slot, body: Body },
    If(Choice),
    Case(Case),
    For(Box<For>),
    TableRow(Box<TableRow>),
    Cycle { group: Group, items: Box<[Expression]> },
    IfChanged(Body),
    Increment(Slot),
    Decrement(Slot),
    Break,
    Continue,
}

/// `if` and `unless`: the first branch whose condition holds.
#[derive(Debug)]
pub(crate) struct Choice {
    pub branches: Box<[Branch]>,
    /// The branch that is taken when no other is; none where there is an `else`.
    pub otherwise: Option<BranchId>,
}

#[derive(Debug)]
pub(crate) struct Branch {
    pub id: BranchId,
    /// None for `else`.
    pub condition: Option<Condition>,
    /// True for the first branch of `unless`.
    pub is_negated: bool,
    pub body: Body,
}

#[derive(Debug)]
pub(crate) struct Case {
    pub subject: Expression,
    pub arms: Box<[Arm]>,
    pub otherwise: Option<BranchId>,
}

/// A `when` with its values, or an `else` without any.
#[derive(Debug)]
pub(crate) struct Arm {
    pub id: BranchId,
    pub at: usize,
    pub values: Option<Box<[Operand]>>,
    pub body: Body,
}

#[derive(Debug)]
pub(crate) struct For {
    pub variable: Slot,
    /// Variable and collection as written.
    pub name: Box<str>,
    /// The number of that, for `offset: continue`.
    pub series: usize,
    pub collection: Expression,
    pub is_reversed: bool,
    pub limit: Option<Expression>,
    pub offset: Option<Offset>,
    pub body: Body,
    pub turns: BranchId,
    pub otherwise: Option<Body>,
    pub no_turn: BranchId,
}

#[derive(Debug)]
pub(crate) enum Offset {
    Continue,
    At(Expression),
}

#[derive(Debug)]
pub(crate) struct TableRow {
    pub variable: Slot,
    pub collection: Expression,
    pub columns: Option<Expression>,
    pub limit: Option<Expression>,
    pub offset: Option<Expression>,
    pub body: Body,
}

/// Which cycles move on together.
#[derive(Debug)]
pub(crate) enum Group {
    Named(Expression),
    /// Unnamed ones with the same literals.
    Alike(Box<str>),
}

/// Comparisons with `and` and `or` between them, carried out from the left as far as needed.
#[derive(Debug)]
pub(crate) struct Condition {
    pub first: Comparison,
    pub rest: Box<[(Join, Comparison)]>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Join {
    And,
    Or,
}

#[derive(Debug)]
pub(crate) struct Comparison {
    pub at: usize,
    pub left: Operand,
    pub right: Option<(Operator, Operand)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    Unequal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Contains,
}

/// One side of a comparison: there, `blank` and `empty` are questions and not texts.
#[derive(Debug)]
pub(crate) enum Operand {
    Blank,
    Empty,
    Value(Expression),
}

#[derive(Debug)]
pub(crate) enum Expression {
    Literal(Literal),
    Path(Path),
    /// Where it stands, and its ends.
    Range(usize, Box<(Expression, Expression)>),
}

impl Expression {
    /// The variable, when it is one.
    pub fn as_path(&self) -> Option<&Path> {
        if let Self::Path(path) = self { Some(path) } else { None }
    }
}

#[derive(Debug)]
pub(crate) enum Literal {
    Nil,
    Bool(bool),
    Int(i64),
    Float(f64),
    Text(Box<str>),
}

/// A variable with what is looked up in it.
#[derive(Debug)]
pub(crate) struct Path {
    /// Its number among the template's paths.
    pub id: usize,
    pub at: usize,
    pub root: Root,
    pub segments: Box<[Segment]>,
}

#[derive(Debug)]
pub(crate) enum Root {
    /// A name and its slot.
    Name(Box<str>, Slot),
    /// `forloop` or `tablerowloop`.
    Loop(Box<str>),
    /// A name that is looked up first: `[name]`.
    Computed(Box<Expression>),
}

#[derive(Debug)]
pub(crate) enum Segment {
    Name(Box<str>),
    Computed(Expression),
}

/// The place of a variable that the template sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Slot(pub usize);

/// The number of a branch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BranchId(pub usize);
