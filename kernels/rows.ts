import { beginAt, room } from "./memory";

/** The holders of plain companies (`src/networks/register/holders.ts`), as the caller writes them. */
export let ROW_START: usize = 0;
export let ROWS: usize = 0;
export let ROW_BITS: usize = 0;
export let ROW_LOW: usize = 0;
export let ROW_HIGH: usize = 0;
/** A byte a node: bit 1, somebody has a holding in it; bit 2, it controls nobody in its own name; bit 4, no plain company. */
export let MARKS: usize = 0;
/** A byte a node: 1 where somebody whom nobody has a holding in certainly controls it. */
export let BELOW: usize = 0;

/** Lays them out from a byte on, and says where they end. */
export function placeRows(from: f64, nodes: i32, entities: i32, rows: i32, codes: i32): f64 {
  beginAt(from);
  ROW_START = room(entities + 1, 4);
  ROWS = room(rows, 8);
  ROW_BITS = room(codes, 1);
  ROW_LOW = room(codes, 8);
  ROW_HIGH = room(codes, 8);
  MARKS = room(nodes, 1);
  BELOW = room(nodes, 1);
  return <f64>room(0, 1);
}
