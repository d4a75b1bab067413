using Microsoft.AspNetCore.DataProtection;

namespace HealthCode.Web.Pages.Declarations;

/// <summary>草稿凭条 — stands on the form and says whose it is, so that what was typed is kept even when the sign-in has ended meanwhile.</summary>
public sealed class DraftTicket(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("draft-ticket").ToTimeLimitedDataProtector();

    /// <summary>A ticket for a clerk at an office; nobody can write one for himself.</summary>
    public string Issue(string userName, string officeCode) => _protector.Protect($"{officeCode}{userName}", Life);

    /// <summary>Whose ticket it is, or null when it is forged or too old.</summary>
    public (string UserName, string OfficeCode)? Read(string? ticket)
    {
        try
        {
            return string.IsNullOrEmpty(ticket) ? null : _protector.Unprotect(ticket) is { } text ? (text[12..], text[..12]) : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
