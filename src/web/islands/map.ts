/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { startMaps } from './map/start.ts'

// Takes the drawings of the map's page over. Without this file, or without WebGL, they stay as the server drew them, with the table beside them.
startMaps()
