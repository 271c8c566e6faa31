//! What is measured: what a number counts, which number answers which, levels, courses, limits and lengths.

pub(in crate::compare) mod acts;
pub(in crate::compare) mod alone;
pub(in crate::compare) mod category;
pub(in crate::compare) mod counterpart;
pub(in crate::compare) mod course;
pub(in crate::compare) mod lasted;
pub(in crate::compare) mod length;
pub(in crate::compare) mod level;
pub(in crate::compare) mod limits;
pub(in crate::compare) mod occasion;
pub(in crate::compare) mod people;
pub(in crate::compare) mod price;
pub(in crate::compare) mod ratio;
pub(in crate::compare) mod same;
pub(in crate::compare) mod share;
pub(in crate::compare) mod votes;
pub(in crate::compare) mod whole;
