import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { keepSettings, settingsFrom } from "~/platform/env.server";

// Every test file has a data folder of its own, the keys of the run, and the demo's defaults.
keepSettings(settingsFrom({ WAYMARK_DATA: mkdtempSync(join(tmpdir(), "wm-files-")), WAYMARK_BASE_URL: "http://localhost", WAYMARK_KEYS: `file://${inject("keys")}` }, "demo"));
