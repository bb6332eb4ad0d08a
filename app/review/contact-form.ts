import { z } from "zod";
import { contactRoutes } from "~/providers/contact-check";

/** What the form that records a test of phone or e-mail sends as its `intent`. */
export const contactIntent = "test_contact";

/** How it was tried, and whether it worked. */
export const ContactForm = z.object({
  route: z.enum(contactRoutes, "Say whether you rang or wrote"),
  worked: z.enum(["yes", "no"], "Say whether it worked").transform((worked) => worked === "yes"),
});
