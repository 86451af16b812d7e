//! The push notifications API, emulated: a deterministic state machine with a thin HTTP face.
