//! The Seatwise server and its command line.

fn main() {}
