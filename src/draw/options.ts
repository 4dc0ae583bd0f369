import type { Lang } from "../ask/answer.ts";

/** How a chart is to be drawn. */
export interface DrawOptions {
  readonly lang: Lang;
  /** Room in pixels for charts that fit themselves to it (bars, timeline, matrix); default 720. */
  readonly width?: number;
  /** On a page: marks can be focused and carry roles; the picture is then a group, not one image. */
  readonly interactive?: boolean;
  /** In a file of its own: with its style, title, caption and this citation inside. */
  readonly standalone?: { readonly citation: string };
}

export const DEFAULT_WIDTH = 720;
