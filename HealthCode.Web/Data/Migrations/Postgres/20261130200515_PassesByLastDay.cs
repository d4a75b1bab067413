using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HealthCode.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class PassesByLastDay : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Passes_State_OfficeCode",
                table: "Passes");

            // Not in the model: the last day belongs to an owned type, whose index cannot name columns of its owner.
            migrationBuilder.CreateIndex(
                name: "IX_Passes_State_OfficeCode_LastDay",
                table: "Passes",
                columns: new[] { "State", "OfficeCode", "LastDay" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Passes_State_OfficeCode_LastDay",
                table: "Passes");

            migrationBuilder.CreateIndex(
                name: "IX_Passes_State_OfficeCode",
                table: "Passes",
                columns: new[] { "State", "OfficeCode" });
        }
    }
}
