/**
 * The form that was sent. NUL signs are left out of its words: nobody types them, and the database can hold none.
 * A form that cannot be read (no form, cut off, broken) is the sender's fault: throws a 400 Response, not an error.
 */
export async function readForm(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => {
    throw new Response("This form cannot be read", { status: 400 });
  });
  const read = new FormData();
  for (const [name, value] of form) read.append(name, typeof value === "string" ? value.replaceAll("\u0000", "") : value);
  return read;
}
