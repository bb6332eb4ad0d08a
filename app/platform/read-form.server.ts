/** The form that was sent. One that cannot be read (no form, cut off, broken) is the sender's fault: throws a 400 Response, not an error. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new Response("This form cannot be read", { status: 400 });
  }
}
