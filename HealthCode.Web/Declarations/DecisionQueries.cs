using HealthCode.Domain.Declarations;
using HealthCode.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace HealthCode.Web.Declarations;

/// <summary>某些天的审核决定.</summary>
public static class DecisionQueries
{
    /// <summary>Decisions of a period with their declarations. Starts from the decisions, because a period has few of them among many
    /// declarations.</summary>
    /// <remarks>Written as a cross join, whose order the engine keeps; with an inner join it would read all declarations of the office first (0.7 s
    /// for 200,000).</remarks>
    public static IQueryable<DecisionWithDeclaration> DecidedOn(this OfficeDb db, DateOnly firstDay, DateOnly lastDay) =>
        from decision in db.Set<ReviewDecision>()
        from form in db.Declarations
        where decision.DecidedOn >= firstDay && decision.DecidedOn <= lastDay && form.Id == EF.Property<long>(decision, "DeclarationId")
        select new DecisionWithDeclaration { Form = form, Decision = decision };
}

/// <summary>决定和它的申报 — a decision and its declaration.</summary>
public sealed class DecisionWithDeclaration
{
    /// <summary>申报.</summary>
    public required Declaration Form { get; init; }

    /// <summary>审核决定.</summary>
    public required ReviewDecision Decision { get; init; }
}
