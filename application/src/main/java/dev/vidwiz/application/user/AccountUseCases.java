package dev.vidwiz.application.user;

/** The use cases of accounts. */
public record AccountUseCases(
    RegisterUser register,
    LogIn logIn,
    SignInWithGoogle signInWithGoogle,
    CreateLongTermToken createToken,
    RevokeLongTermToken revokeToken,
    CheckLongTermToken checkToken) {}
