import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { keepSettings, settingsFrom } from "~/platform/env.server";

// Every test file has a data folder of its own, and the demo's defaults.
keepSettings(settingsFrom({ WAYMARK_DATA: mkdtempSync(join(tmpdir(), "wm-files-")), WAYMARK_BASE_URL: "http://localhost" }, "demo"));
