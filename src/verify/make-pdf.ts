import { payloadOf } from "../dossier/payload.ts";
import { dossierPdf } from "../dossier/pdf/dossier-pdf.ts";
import type { Paper } from "../dossier/pdf/paper.ts";
import type { Made } from "./make.ts";
import { pdfFonts } from "./pdf-fonts.ts";
import { PAYLOAD_FILE } from "./read.ts";

/** The dossier as one tagged PDF, with what `verify` needs as a file inside. */
export function pdfOf({ answers, asked }: Made, paper: Paper): Uint8Array {
  const bytes = new TextEncoder().encode(JSON.stringify(payloadOf(answers, asked, null)));
  const attachment = { name: PAYLOAD_FILE, mime: "application/json", bytes };
  return dossierPdf(answers, { ...asked, fonts: pdfFonts(), paper, attachment });
}
