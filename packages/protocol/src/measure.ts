/** A net content in base units, integers only: 5 斤 is `{ value: 2500, unit: 'g' }`. */
export interface Measure {
  value: number;
  unit: 'g' | 'ml' | 'piece' | 'slot';
}
