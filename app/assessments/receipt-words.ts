/** What the hash of a submission is good for. */
export const fingerprintWords =
  "The fingerprint is made from every word and file that you sent: change one letter and it comes out different, so it shows at any time that what is judged is what you sent.";
