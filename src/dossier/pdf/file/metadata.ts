import { escapeText } from "../../../draw/escape.ts";
import { type Dict, name, type Ref } from "./value.ts";
import type { PdfFile } from "./writer.ts";

/** What the file says of itself to other programs (XMP): its title and language, and that it follows PDF/UA-1. */
export function metadata(file: PdfFile, about: { title: string; lang: string; producer: string }): Ref {
  const entries: Dict = { Type: name("Metadata"), Subtype: name("XML") };
  return file.stream(entries, new TextEncoder().encode(xmp(about)), true);
}

const xmp = ({
  title,
  lang,
  producer,
}: {
  title: string;
  lang: string;
  producer: string;
}): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeText(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${escapeText(lang)}</rdf:li></rdf:Bag></dc:language>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"><pdf:Producer>${escapeText(producer)}</pdf:Producer></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
