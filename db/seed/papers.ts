import { crc32, deflateSync } from "node:zlib";

/** A one-page PDF that says what it is: what a small group would scan and send. */
export function policyPdf(title: string): Buffer {
  const plain = title
    .normalize("NFD")
    .replace(/[^ -~]/g, "")
    .replace(/[()\\]/g, "");
  const stream = `BT /F1 18 Tf 60 760 Td (${plain}) Tj 0 -30 Td /F1 11 Tf (Read through and agreed at our meeting. Names are left out.) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}

/** A photograph as a phone would take it of a notice on a shed door: a real PNG, blurred beyond reading. */
export function photo(title: string): Buffer {
  const [width, height] = [240, 180];
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const notice = x > 50 && x < 190 && y > 25 && y < 155;
      const line = notice && y % 14 < 4 && x > 62 && x < 62 + ((title.charCodeAt(Math.floor(y / 14) % title.length) * 7) % 115);
      const at = y * (width * 3 + 1) + 1 + x * 3;
      const shade = (x + y) % 9;
      rows[at] = line ? 70 : notice ? 244 - shade : 96 + shade * 2;
      rows[at + 1] = line ? 66 : notice ? 240 - shade : 74 + shade;
      rows[at + 2] = line ? 60 : notice ? 228 - shade : 52 + shade;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), chunk("IHDR", header), chunk("IDAT", deflateSync(rows)), chunk("IEND", Buffer.alloc(0))]);
}

function chunk(type: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
