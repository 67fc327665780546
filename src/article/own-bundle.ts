/** The bundle of what the reader kept, and of what the followed feeds brought. */
export const OWN_BUNDLE = 'Eigen archief';
