#!/usr/bin/env node
// A file that is there before anything is built, so that an installation in a fresh clone can link it.
import '../dist/cli.js';
