export { isRoleCode, roleCodes, type Role } from './roles.ts'
export { organisationsOf, rolesOf, visitor, type Membership, type Viewer } from './viewer.ts'
export { passwordFault, passwordLengths, type PasswordFault } from './passwordRules.ts'
