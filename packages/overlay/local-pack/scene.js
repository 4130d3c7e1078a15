// 工作室可以把场景、主题、语言和摊位写在这里。 The studio can put scenes, themes, a language and a stall in here.
globalThis.stallcastPack = {};
