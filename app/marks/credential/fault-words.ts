import type { Language } from "~/platform/words";
import { markWords } from "../words/mark-words";
import type { CredentialFault } from "./fault";

/** Why a credential is not taken for genuine, in a sentence or two. */
export const faultWords = (why: CredentialFault, language: Language): string => markWords(language)(`credential.fault.${why}`);
