export { byteCount, repositoryCount, secretCount } from './counts';
export { repositoryIcon, repositoryWords } from './repositories';
export { visibilityIcon, visibilityLabel } from './visibility';
