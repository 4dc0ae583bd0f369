/** A glyph of a font to be written: its outline as `glyphBytes` gives it and how far it moves on, in font units. */
export interface FontGlyph {
  readonly bytes: Uint8Array;
  readonly advance: number;
}

export interface FontMetrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
}

/** A TrueType font of the tables a PDF needs (ISO 32000-1, 9.9): head, hhea, hmtx, loca, maxp and glyf. */
export function trueType(glyphs: readonly FontGlyph[], metrics: FontMetrics): Uint8Array {
  const boxes = glyphs.filter(({ bytes }) => bytes.length > 0).map(({ bytes }) => boxOf(bytes));
  const glyf = joined(glyphs.map(({ bytes }) => bytes));
  const loca = new DataView(new ArrayBuffer((glyphs.length + 1) * 4));
  const hmtx = new DataView(new ArrayBuffer(glyphs.length * 4));
  let offset = 0;
  glyphs.forEach(({ bytes, advance }, n) => {
    hmtx.setUint16(n * 4, Math.round(advance));
    hmtx.setInt16(n * 4 + 2, bytes.length > 0 ? boxOf(bytes)[0] : 0);
    offset += bytes.length;
    loca.setUint32((n + 1) * 4, offset);
  });
  return fontFile([
    ["glyf", glyf],
    ["head", head(metrics, boxes)],
    ["hhea", hhea(metrics, glyphs)],
    ["hmtx", new Uint8Array(hmtx.buffer)],
    ["loca", new Uint8Array(loca.buffer)],
    ["maxp", maxp(glyphs)],
  ]);
}

type Box = readonly [number, number, number, number];

function boxOf(bytes: Uint8Array): Box {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return [view.getInt16(2), view.getInt16(4), view.getInt16(6), view.getInt16(8)];
}

function head({ unitsPerEm }: FontMetrics, boxes: readonly Box[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(54));
  view.setUint32(0, 0x00010000);
  view.setUint32(4, 0x00010000);
  view.setUint32(12, 0x5f0f3cf5);
  view.setUint16(18, unitsPerEm);
  [0, 1].forEach((n) => {
    view.setInt16(36 + n * 2, Math.min(0, ...boxes.map((box) => box[n] ?? 0)));
    view.setInt16(40 + n * 2, Math.max(0, ...boxes.map((box) => box[n + 2] ?? 0)));
  });
  view.setUint16(46, 6);
  view.setInt16(48, 2);
  view.setInt16(50, 1);
  return new Uint8Array(view.buffer);
}

function hhea({ ascent, descent }: FontMetrics, glyphs: readonly FontGlyph[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(36));
  view.setUint32(0, 0x00010000);
  view.setInt16(4, ascent);
  view.setInt16(6, descent);
  view.setUint16(10, Math.round(Math.max(...glyphs.map(({ advance }) => advance))));
  view.setInt16(18, 1);
  view.setUint16(34, glyphs.length);
  return new Uint8Array(view.buffer);
}

function maxp(glyphs: readonly FontGlyph[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(32));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, glyphs.length);
  const counts = glyphs.filter(({ bytes }) => bytes.length > 0).map(({ bytes }) => countsOf(bytes));
  view.setUint16(6, Math.max(0, ...counts.map(({ points }) => points)));
  view.setUint16(8, Math.max(0, ...counts.map(({ contours }) => contours)));
  view.setUint16(14, 2);
  return new Uint8Array(view.buffer);
}

function countsOf(bytes: Uint8Array): { points: number; contours: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const contours = view.getInt16(0);
  return { contours, points: view.getUint16(10 + (contours - 1) * 2) + 1 };
}

function fontFile(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 12 + tables.length * 16;
  const padded = tables.map(([, bytes]) => (bytes.length + 3) & ~3);
  const all = new Uint8Array(padded.reduce((sum, size) => sum + size, start));
  const view = new DataView(all.buffer);
  const power = 2 ** Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, (tables.length - power) * 16);
  let at = start;
  let headAt = 0;
  tables.forEach(([tag, bytes], n) => {
    all.set(bytes, at);
    if (tag === "head") headAt = at;
    [...tag].forEach((letter, k) => {
      view.setUint8(12 + n * 16 + k, letter.charCodeAt(0));
    });
    view.setUint32(16 + n * 16, checksum(view, at, padded[n] ?? 0));
    view.setUint32(20 + n * 16, at);
    view.setUint32(24 + n * 16, bytes.length);
    at += padded[n] ?? 0;
  });
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, all.length)) >>> 0);
  return all;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
