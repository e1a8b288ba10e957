export { paymentTimeout } from './paymentTimeout.ts'
