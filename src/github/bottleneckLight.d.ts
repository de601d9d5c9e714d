// The build of Bottleneck without its Redis connections has the types of the whole, but does not say so.
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
