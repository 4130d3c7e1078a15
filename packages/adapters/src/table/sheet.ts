/** One row of a table, header or not. */
export interface SheetRow {
  /** Where a person finds it: the line in a CSV, the row in a spreadsheet, counted from 1. */
  line: number;
  cells: readonly string[];
}

/** A table as it was written, before anything of it means something. */
export interface Sheet {
  rows: readonly SheetRow[];
  /** Whether the last row may be cut: it ends where the text does, and others are longer. */
  mayBeCut: boolean;
}

/** Rows beyond are left out: header and products. */
export const MAX_ROWS = 5_001;
