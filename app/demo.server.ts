import { prepareDemo } from "#db/seed/demo";
import { serve } from "~/serve.server";

await serve("demo", { prepare: prepareDemo });
