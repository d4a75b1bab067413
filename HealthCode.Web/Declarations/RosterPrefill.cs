using HealthCode.Domain.Residents;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Declarations;

/// <summary>从名册带出 — what the office knows of a resident, as the beginning of his form. Stays, travel, health and signature are asked anew
/// (宁疫指办发〔2020〕63号 二).</summary>
public static class RosterPrefill
{
    /// <summary>A form with who he is, his telephone, guardian and group, the address he lives at without its days, and 户籍地址 as on his last form.</summary>
    /// <param name="db">Limited to the user's scope.</param>
    /// <param name="resident">The resident.</param>
    /// <param name="formKey">Key of the form.</param>
    public static async Task<DeclarationInput> FromRosterAsync(this OfficeDb db, Resident resident, string formKey)
    {
        var key = resident.PersonKey;
        var last = (await db.Declarations.AsNoTracking().Where(each => each.PersonKey == key && each.OfficeCode == resident.OfficeCode).OrderByDescending(each => each.Id).FirstOrDefaultAsync())?.Content.IdentityOnly();
        var identity = resident.ToIdentity();
        var phone = identity.Phone ?? last?.Phone;
        var input = DeclarationInput.Of(
            identity with
            {
                Phone = phone,
                PhoneOwner = last is not null && last.Phone == phone ? last.PhoneOwner : identity.PhoneOwner,
                Guardian = identity.Guardian ?? last?.Guardian,
                DomicileAddress = last?.DomicileAddress ?? "",
                PermitAddress = last?.PermitAddress ?? "",
                Reason = last?.Reason,
            },
            formKey);
        if (resident.Address.Length > 0)
        {
            input.Stays = [new() { Address = resident.Address }];
        }

        return input;
    }
}
