/** A custom elements manifest, schema 1.0.0, as far as the widgets' one goes: https://github.com/webcomponents/custom-elements-manifest */
export interface Manifest {
  schemaVersion: string;
  readme?: string;
  modules: ManifestModule[];
}

export interface ManifestModule {
  kind: string;
  path: string;
  declarations?: Declaration[];
  exports?: ManifestExport[];
}

export interface Reference {
  name: string;
  module?: string;
  package?: string;
}

export interface ManifestExport {
  kind: string;
  name: string;
  declaration: Reference;
}

/** One name with its sentence: a part, a slot, a token, an attribute, an event or a property. */
export interface Described {
  name: string;
  description?: string;
  default?: string;
  type?: { text: string };
}

export interface Attribute extends Described {
  fieldName?: string;
}

export interface Member extends Described {
  kind: string;
  privacy?: string;
  static?: boolean;
  readonly?: boolean;
  attribute?: string;
}

/** A class, as a rule an element; everything else in a module is left as it is found. */
export interface Declaration {
  kind: string;
  name: string;
  tagName?: string;
  customElement?: boolean;
  summary?: string;
  description?: string;
  superclass?: Reference;
  attributes?: Attribute[];
  members?: Member[];
  events?: Described[];
  slots?: Described[];
  cssParts?: Described[];
  cssProperties?: Described[];
}

/** A widget of the manifest. */
export interface Widget extends Declaration {
  tagName: string;
  /** The first paragraph of its comment. */
  summary: string;
}

const isWidget = (declaration: Declaration): declaration is Widget =>
  declaration.customElement === true && declaration.tagName !== undefined;

/** The widgets of a manifest, by their tags. */
export const widgetsOf = ({ modules }: Manifest): Widget[] =>
  modules
    .flatMap(({ declarations = [] }) => declarations.filter(isWidget))
    .sort((a, b) => (a.tagName < b.tagName ? -1 : 1));
