using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Declarations;

/// <summary>某些天的审核决定.</summary>
public static class DecisionQueries
{
    /// <summary>The decisions of these days with their forms. From the decisions to the forms: a day has few of them, the cabinet is full of forms.</summary>
    /// <remarks>The engine keeps the order of a cross join; of an inner join it would read every form of the office first (0.7 s of 200,000).</remarks>
    public static IQueryable<DecisionWithDeclaration> DecidedOn(this OfficeDb db, DateOnly firstDay, DateOnly lastDay) =>
        from decision in db.Set<ReviewDecision>()
        from form in db.Declarations
        where decision.DecidedOn >= firstDay && decision.DecidedOn <= lastDay && form.Id == EF.Property<long>(decision, "DeclarationId")
        select new DecisionWithDeclaration { Form = form, Decision = decision };
}

/// <summary>决定和它的申报 — one decision and the form it was made on.</summary>
public sealed class DecisionWithDeclaration
{
    /// <summary>申报.</summary>
    public required Declaration Form { get; init; }

    /// <summary>审核决定.</summary>
    public required ReviewDecision Decision { get; init; }
}
