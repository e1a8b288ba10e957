import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const server = process.env.KINTSUGI_URL ?? 'http://localhost:4747'

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), tailwindcss()],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    // The server sends a strict policy for scripts; nothing may be inlined.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        // What changes rarely keeps its own name and stays in the browser's cache over releases.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'flow', test: /node_modules[\\/](@xyflow|d3-[a-z]+|zustand|classcat)[\\/]/ },
            { name: 'document', test: /node_modules[\\/](yjs|lib0|y-protocols|fractional-indexing)[\\/]/ },
            // Needed by both languages before one is loaded; without an own chunk it would bring the catalogues along.
            { name: 'guest', test: /packages[\\/]words[\\/]src[\\/](en|ja)[\\/]live\.ts/ },
            { name: 'model', test: /node_modules[\\/](zod|i18next)[\\/]|packages[\\/]model[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    port: 4860,
    strictPort: true,
    proxy: {
      '/api': server,
      '/p': server,
      '/collab': { target: server.replace(/^http/, 'ws'), ws: true },
    },
  },
})
