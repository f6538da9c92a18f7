import '../../electron/worker/index.ts'
