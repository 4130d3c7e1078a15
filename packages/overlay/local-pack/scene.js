// 工作室可以把场景、语言和摊位写在这里。 The studio can put a scene, a language and a stall in here.
globalThis.stallcastPack = {};
