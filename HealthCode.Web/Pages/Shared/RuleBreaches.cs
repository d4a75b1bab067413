using HealthCode.Domain.Rules;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HealthCode.Web.Pages.Shared;

/// <summary>Puts what an office rule forbids beside the field it belongs to.</summary>
public static class RuleBreaches
{
    public static void Add(this ModelStateDictionary state, RuleBrokenException broken, string prefix = "Input", string whole = "") =>
        state.Add(broken.Breaches, prefix, whole);

    public static void Add(this ModelStateDictionary state, IEnumerable<Breach> breaches, string prefix = "Input", string whole = "")
    {
        foreach (var breach in breaches)
        {
            state.AddModelError(breach.Field is null ? whole : $"{prefix}.{breach.Field}", breach.Sentence);
        }
    }

    /// <summary>What was said of single fields while the form was read.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<(string Field, string Sentence)> faults, string prefix = "Input")
    {
        foreach (var (field, sentence) in faults)
        {
            state.AddModelError(field.Length == 0 ? "" : $"{prefix}.{field}", sentence);
        }
    }

    /// <summary>What the sign-in framework refuses belongs to the name or to the password.</summary>
    public static void Add(this ModelStateDictionary state, IEnumerable<IdentityError> errors, string prefix = "Input")
    {
        foreach (var error in errors)
        {
            var field = error.Code.Contains("UserName", StringComparison.Ordinal) ? ".UserName"
                : error.Code == nameof(IdentityErrorDescriber.PasswordMismatch) ? ".OldPassword"
                : error.Code.StartsWith("Password", StringComparison.Ordinal) ? ".Password" : null;
            state.AddModelError(field is null ? "" : prefix + field, error.Description);
        }
    }
}
