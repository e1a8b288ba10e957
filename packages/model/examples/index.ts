export { paymentTimeoutCsv } from './paymentTimeout.csv.ts'
export { paymentTimeoutLog, paymentTimeoutSlack } from './paymentTimeout.slack.ts'
export { paymentTimeout } from './paymentTimeout.ts'
