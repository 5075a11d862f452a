package dev.vidwiz.application.user;

/** What a program does that has VidWiz keep its users' accounts. */
public record AccountUseCases(
    RegisterUser register,
    LogIn logIn,
    SignInWithGoogle signInWithGoogle,
    CreateLongTermToken createToken,
    RevokeLongTermToken revokeToken,
    CheckLongTermToken checkToken) {}
