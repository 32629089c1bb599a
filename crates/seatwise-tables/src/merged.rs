//! Merged cells: what stands in the first of several rows holds for all of them.

use std::collections::HashMap;

use calamine::Dimensions;

/// Fills a value down through the rows of its merged cell.
#[derive(Default)]
pub(crate) struct Merged {
    /// First row and column of a merged cell, and its last row.
    starts: HashMap<(u32, u32), u32>,
    /// Column, last row and value of the merged cells that reach the present row.
    open: Vec<(usize, u32, String)>,
}

impl Merged {
    pub(crate) fn new(regions: &[Dimensions]) -> Self {
        let starts = regions
            .iter()
            .filter(|region| region.end.0 > region.start.0)
            .map(|region| (region.start, region.end.0))
            .collect();
        Self {
            starts,
            open: Vec::new(),
        }
    }

    /// Fills the cells of a row that a merged cell covers. A row with nothing of its own stays blank.
    pub(crate) fn fill(&mut self, row: u32, cells: &mut Vec<String>) {
        if self.starts.is_empty() {
            return;
        }
        self.open.retain(|(_, last, _)| row <= *last);
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            for (column, _, value) in &self.open {
                if cells.len() <= *column {
                    cells.resize(column + 1, String::new());
                }
                if let Some(cell) = cells.get_mut(*column).filter(|cell| cell.is_empty()) {
                    cell.clone_from(value);
                }
            }
        }
        for (column, value) in (0_u32..).zip(cells.iter()) {
            if let Some(last) = self.starts.get(&(row, column))
                && let Ok(column) = usize::try_from(column)
                && !value.is_empty()
            {
                self.open.push((column, *last, value.clone()));
            }
        }
    }
}
