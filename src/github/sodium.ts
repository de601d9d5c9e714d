// A bundle of its own, so that libsodium is loaded when a value is first sealed.
export { default } from 'libsodium-wrappers';
