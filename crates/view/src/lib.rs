//! `view!` as Leptos has it, but without HTML text.
//!
//! Leptos turns markup that never changes into a string for `innerHTML`. The console is hosted under Trusted
//! Types without any policy, where browsers refuse that. A string in braces counts as one that may change, so
//! that Leptos makes the element by calls instead; measured, the module grows by half a kilobyte.

use proc_macro::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

/// Takes what Leptos' `view!` takes, and gives what it gives.
#[proc_macro]
pub fn view(markup: TokenStream) -> TokenStream {
    let markup: TokenStream = markup.into_iter().map(in_braces).collect();
    let colon = |spacing| TokenTree::Punct(Punct::new(':', spacing));
    let name = |text| TokenTree::Ident(Ident::new(text, Span::call_site()));
    let path = ["leptos", "view"]
        .into_iter()
        .flat_map(|segment| [colon(Spacing::Joint), colon(Spacing::Alone), name(segment)]);
    let call = [
        TokenTree::Punct(Punct::new('!', Spacing::Alone)),
        TokenTree::Group(Group::new(Delimiter::Brace, markup)),
    ];
    path.chain(call).collect()
}

/// A string, as text or as an attribute's value, becomes a block; everything else stays.
fn in_braces(token: TokenTree) -> TokenTree {
    match token {
        TokenTree::Literal(literal) if literal.to_string().contains('"') => {
            let span = literal.span();
            let mut block = Group::new(Delimiter::Brace, TokenTree::Literal(literal).into());
            block.set_span(span);
            TokenTree::Group(block)
        }
        other => other,
    }
}
