using System.Globalization;
using HealthCode.Domain.Checkpoints;
using HealthCode.Domain.Declarations;
using HealthCode.Web.Data.Entities;
using HealthCode.Web.Encryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace HealthCode.Web.Data.Mappings;

internal sealed class GateMapping :
    IEntityTypeConfiguration<GateTally>,
    IEntityTypeConfiguration<GateIncident>,
    IEntityTypeConfiguration<Passage>,
    IEntityTypeConfiguration<ReceivedStopList>
{
    private static readonly ValueConverter<BodyTemperature, string> Celsius = new(
        temperature => temperature.Celsius.ToString(CultureInfo.InvariantCulture), text => BodyTemperature.Restore(decimal.Parse(text, CultureInfo.InvariantCulture)));

    private static readonly ValueConverter<bool, string> Ticked = new(normal => normal ? "1" : "0", text => text == "1");

    public void Configure(EntityTypeBuilder<GateTally> builder)
    {
        builder.HasKey(tally => new { tally.CheckpointId, tally.On, tally.Hour });
        builder.HasIndex(tally => new { tally.OfficeCode, tally.On });
        builder.Property(tally => tally.OfficeCode).HasMaxLength(12);
    }

    public void Configure(EntityTypeBuilder<GateIncident> builder)
    {
        builder.Property(incident => incident.OfficeCode).HasMaxLength(12);
        builder.Property(incident => incident.By).AsJson();
        builder.Ignore(incident => incident.Kinds);
        builder.Property(incident => incident.Findings).Encrypted();
        builder.Property(incident => incident.Handling).Encrypted();
        builder.Property(incident => incident.Temperature).HasConversion(Celsius).Encrypted();
        builder.HasIndex(incident => new { incident.OfficeCode, incident.On });
    }

    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        builder.Property(passage => passage.OfficeCode).HasMaxLength(12);
        builder.Property(passage => passage.Name).Encrypted();
        builder.Property(passage => passage.Phone).Encrypted();
        builder.Property(passage => passage.Plate).Encrypted();
        builder.Property(passage => passage.FoundNormal).HasConversion(Ticked).Encrypted();
        builder.Property(passage => passage.Temperature).HasConversion(Celsius).Encrypted();
        // 14 days of one card, and one day of one gate.
        builder.HasIndex(passage => new { passage.Number, passage.On });
        builder.HasIndex(passage => new { passage.OfficeCode, passage.On });
    }

    public void Configure(EntityTypeBuilder<ReceivedStopList> builder)
    {
        builder.HasKey(list => list.Issuer);
        builder.Property(list => list.Issuer).HasMaxLength(12);
    }
}
