/** Where a signature goes in a PDF that is being written: a field without a picture, and a hole for the bytes (ISO 32000-2 §12.8, PAdES ETSI EN 319 142-1). */
import { DEFAULT_BYTE_RANGE_PLACEHOLDER, SIG_FLAGS, SUBFILTER_ETSI_CADES_DETACHED } from "@signpdf/utils";

/** What a reading program shows of a signature, and how many bytes are kept free for it. */
export type SignatureHole = { at: Date; name: string; reason: string; contact: string; location: string; bytes: number };

type Reference = { data: Record<string, unknown>; end(): void };
/** The part of PDFKit's document that is used here; its types leave out the catalogue. */
export type OpenDocument = {
  ref(data: object): Reference;
  initForm(): unknown;
  page: { dictionary: Reference; annotations: Reference[] };
  _root: { data: { AcroForm: Reference } };
};

const printed = 4;

/** Adds the field and its hole, on the page that was drawn last. The field has an empty appearance, as PDF/A wants of every field, and takes no room. */
export function addSignatureHole(document: OpenDocument, { at, name, reason, contact, location, bytes }: SignatureHole) {
  const range = DEFAULT_BYTE_RANGE_PLACEHOLDER;
  const signature = document.ref({
    Type: "Sig",
    Filter: "Adobe.PPKLite",
    SubFilter: SUBFILTER_ETSI_CADES_DETACHED,
    ByteRange: [0, range, range, range],
    Contents: Buffer.alloc(bytes),
    Reason: text(reason),
    M: at,
    ContactInfo: text(contact),
    Name: text(name),
    Location: text(location),
  });
  const nowhere = [0, 0, 0, 0];
  const appearance = document.ref({ Type: "XObject", Subtype: "Form", BBox: nowhere, Resources: {} });
  const field = document.ref({
    Type: "Annot",
    Subtype: "Widget",
    FT: "Sig",
    Rect: nowhere,
    V: signature,
    T: text("Signature1"),
    F: printed,
    P: document.page.dictionary,
    AP: { N: appearance },
  });
  document.page.annotations.push(field);
  document.initForm();
  const form = document._root.data.AcroForm;
  form.data = { Fields: [field], SigFlags: SIG_FLAGS.SIGNATURES_EXIST | SIG_FLAGS.APPEND_ONLY, DR: form.data.DR };
  for (const each of [signature, appearance, field]) each.end();
}

/** PDFKit takes plain strings for names, and String objects for text. */
const text = (value: string) => new Object(value);
