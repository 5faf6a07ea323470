import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The server that `npm run dev` asks for data; started apart, with `npm start`. */
const server = 'http://127.0.0.1:8080';

export default defineConfig({
  root: 'web',
  plugins: [react()],
  // Prebundling would lose MapLibre's worker, which is a file of its own.
  optimizeDeps: { exclude: ['maplibre-gl'] },
  server: { proxy: { '/api': server, '/ogc': server } },
  build: { outDir: '../dist/web', emptyOutDir: true, target: 'es2023', chunkSizeWarningLimit: 1200 },
});
