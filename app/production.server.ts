import { serve } from "~/serve.server";

await serve("production");
