import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import { NodePackageImporter } from "sass";
import { defineConfig, type Plugin } from "vite";
import remixConfig from "../remix.config.js";
import { alias } from "./aliases";

/** Remix knows one server entry. Ours share one bundle, and so one database pool: the server, the demo, the operator’s tool, and the thread that reads files from strangers. */
const serverEntries: Plugin = {
  name: "waymark:server-entries",
  enforce: "post",
  apply: "build",
  config(config, { isSsrBuild }) {
    if (!isSsrBuild) return;
    config.build!.rollupOptions!.input = {
      production: "app/production.server.ts",
      demo: "app/demo.server.ts",
      waymark: "app/cli/waymark.ts",
      "look-into": "app/register/verifying/look-into-thread.server.ts",
    };
    config.build!.rollupOptions!.output = { entryFileNames: "[name].js", chunkFileNames: "parts/[name]-[hash].js" };
  },
};

/** Compressed once here instead of on every request. */
const precompress: Plugin = {
  name: "waymark:precompress",
  apply: "build",
  async writeBundle({ dir }, bundle) {
    if (this.environment?.name === "ssr") return;
    for (const name of Object.keys(bundle).filter((each) => /\.(js|css|svg)$/.test(each))) {
      const plain = await readFile(join(dir!, name));
      if (plain.length > 1024)
        await Promise.all([writeFile(join(dir!, `${name}.br`), brotliCompressSync(plain)), writeFile(join(dir!, `${name}.gz`), gzipSync(plain, { level: 9 }))]);
    }
  },
};

export default defineConfig({
  plugins: [remix(remixConfig), serverEntries, precompress],
  resolve: { alias },
  server: { host: "127.0.0.1" },
  css: { preprocessorOptions: { scss: { importers: [new NodePackageImporter()] } } },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    rollupOptions: {
      // Said of other people's comments, and of routes that have no page.
      onwarn: (warning, warn) => (["INVALID_ANNOTATION", "EMPTY_BUNDLE"].includes(warning.code ?? "") ? undefined : warn(warning)),
    },
  },
});
