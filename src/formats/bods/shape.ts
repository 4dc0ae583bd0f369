/** A form a text must have, besides being text. */
export type TextForm = "day" | "day-or-instant" | "uri" | "version" | "day-month-or-year";

/** What a field of a statement may be. A list's items and an object's fields are checked one by one. */
export type Shape =
  | {
      readonly is: "text";
      readonly codes?: readonly string[];
      readonly form?: TextForm;
      readonly least?: number;
      readonly most?: number;
    }
  | { readonly is: "flag" }
  | { readonly is: "percentage" }
  | { readonly is: "list"; readonly of: Shape }
  | ObjectShape
  /** The `recordId` of a person or entity, or an object that says why there is none. */
  | { readonly is: "reference" };

export interface ObjectShape {
  readonly is: "object";
  readonly fields: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  /** At least one of these. */
  readonly oneOf?: readonly string[];
  readonly rules?: readonly Rule[];
}

/** What one field of an object demands of another field beside it. */
export interface Rule {
  readonly when: string;
  readonly is: readonly string[];
  /** The rule holds for every present value that is *not* among `is`. */
  readonly otherwise?: true;
  readonly field: string;
  readonly must:
    | { readonly exist: true }
    | { readonly be: readonly string[] }
    | { readonly beEmpty: "list" | "text" };
}

export const text = (more: Omit<Extract<Shape, { is: "text" }>, "is"> = {}): Shape => ({
  is: "text",
  ...more,
});
export const code = (codes: readonly string[]): Shape => ({ is: "text", codes });
export const form = (of: TextForm): Shape => ({ is: "text", form: of });
export const list = (of: Shape): Shape => ({ is: "list", of });
export const flag: Shape = { is: "flag" };
export const percentage: Shape = { is: "percentage" };
export const reference: Shape = { is: "reference" };
export const object = (
  fields: Readonly<Record<string, Shape>>,
  more: Omit<ObjectShape, "is" | "fields"> = {},
): ObjectShape => ({ is: "object", fields, ...more });
